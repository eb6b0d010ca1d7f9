import type { Problem } from '../core/problem.ts'

/** The problem of a row that differs from what the audit trail says of it. */
export function recordBroken(where: string, how: string): { readonly ok: false; readonly problem: Problem } {
  return { ok: false, problem: { code: 'record-broken', sentence: `The record is broken: ${where} ${how}.`, where } }
}
