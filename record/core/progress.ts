/** Told now and then how much of something long is done. `total` may be an estimate. */
export type Progress = (done: number, total: number) => void
