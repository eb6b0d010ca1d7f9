/** Sent where nothing of its kind is taken, so nothing of it is read. */
export const notTaken = (kind: 'form' | 'file'): Error =>
  Object.assign(new Error(`no ${kind} is taken here`), { statusCode: 415 })
