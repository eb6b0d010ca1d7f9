/** What others wrote, so that it stays on its line, and moves nothing on a terminal. */
export const onOneLine = (text: string): string => text.replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, '\ufffd')
