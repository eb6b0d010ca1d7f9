import type { PlanEvaluator } from '@facialis/engine'

/**
 * The pathway's decisions as a module of plain code. The build writes it in place of this file (see `written-answers` in
 * clinic/vite.config.ts), for a browser under our policy runs no code made from text. Where nothing is built, in tests,
 * there is none, and functions answer.
 */
export const answers: PlanEvaluator | null = null
