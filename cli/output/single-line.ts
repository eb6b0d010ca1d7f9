/** What others wrote, so that it stays on its line, moves nothing on a terminal, and turns nothing around that follows. */
export const singleLine = (text: string): string =>
  text.replace(/[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/gu, '\ufffd')
