import fc from 'fast-check'

/**
 * The same change meets the same generated cases, so that a push fails for what it changed and not for its luck.
 * FACIALIS_SEED takes a number to repeat a run, or `any` to look for what no run has met yet.
 */
const { FACIALIS_SEED } = process.env
if (FACIALIS_SEED !== 'any')
  fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(FACIALIS_SEED ?? 20261126) })
