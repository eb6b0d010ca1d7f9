import { describe } from 'vitest'
import { everyPromise } from './contract/all.ts'

describe('on SQLite', everyPromise)
