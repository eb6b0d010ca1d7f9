import * as z from 'zod/mini'
import type { Endpoints } from './endpoint.ts'

/** Of everything in this folder. Before 1.0 anything may change; from then on, what breaks a caller is a new first number. */
export const apiVersion = '0.1.0'

export const documentApi = {
  'GET /api/openapi.json': {
    name: 'readApi',
    does: 'Returns this document.',
    gives: z.looseObject({ openapi: z.string() }),
  },
} as const satisfies Endpoints
