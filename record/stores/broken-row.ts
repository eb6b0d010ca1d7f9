import type { Problem } from '../ground/problem.ts'

/** That something is not what the trail says of it. */
export function broken(where: string, how: string): { readonly ok: false; readonly problem: Problem } {
  return { ok: false, problem: { code: 'record-broken', sentence: `The record is broken: ${where} ${how}.`, where } }
}
