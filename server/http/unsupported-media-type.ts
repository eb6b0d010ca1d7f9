/** 415: this route takes no such body, so none of it is read. */
export const unsupportedMediaType = (kind: 'form' | 'file'): Error =>
  Object.assign(new Error(`no ${kind} is taken here`), { statusCode: 415 })
