// Loaded before anything else in the thread that runs the tests. The mistake is put into its file as that is read, so
// that it is never written anywhere; what the tests reach is counted by V8 itself, so that nothing is added to it.
import { registerHooks } from 'node:module'
import { mutated } from './changes/change.ts'
import { startCounting } from './counting.ts'
import { told } from './told.ts'

const { mistake, reached } = told()

if (mistake !== undefined) {
  registerHooks({
    load: (url, context, nextLoad) => {
      const loaded = nextLoad(url, context)
      return url === mistake.url ? { ...loaded, source: mutated(String(loaded.source), mistake) } : loaded
    },
  })
}

if (reached !== undefined) await startCounting()
