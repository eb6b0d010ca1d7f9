import { afterEach } from 'vitest'
import { cleanUp } from '../fixture.ts'
import { acts } from './acts.ts'
import { backups } from './backups.ts'
import { drafts } from './drafts.ts'
import { emergencies } from './emergencies.ts'
import { guarding } from './guards.ts'
import { guessing } from './guesses.ts'
import { history } from './history.ts'
import { indexed } from './indexed.ts'
import { kept } from './kept.ts'
import { opening } from './opening.ts'
import { pages } from './pages.ts'
import { past } from './past.ts'
import { planning } from './plans.ts'
import { racing } from './races.ts'
import { retrying } from './retries.ts'
import { searching } from './search.ts'
import { stores } from './stores.ts'
import { waysIn } from './ways-in.ts'

/** Everything the record promises, whichever database keeps it. Called by one test file for each of them. */
export function everyPromise(): void {
  afterEach(cleanUp)
  acts()
  planning()
  racing()
  retrying()
  guarding()
  past()
  kept()
  searching()
  indexed()
  pages()
  waysIn()
  drafts()
  emergencies()
  stores()
  guessing()
  history()
  opening()
  backups()
}
