// What searches go by, held against the resources or made from them anew: node server/search-index.ts verify|anew, with the
// place as JSON in FACIALIS_PLACE. `facialis verify` and `facialis reindex` run it, as no other room knows what resources are
// searched by. Each line it prints is JSON: how far it is, and last what was found.
import { openRecord, type RecordOptions } from '@facialis/record'
import { indexVersion, resourceKnowledge } from './search-indexing/resource-knowledge.ts'

type Place = Readonly<{ folder: string }> & Pick<RecordOptions, 'database' | 'fileName'>

// Who asked has ended, and nobody hears what is found.
process.stdout.on('error', () => process.exit())

const isAnew = process.argv[2] === 'anew'
const { folder, ...place } = JSON.parse(process.env.FACIALIS_PLACE ?? '{}') as Place
const opened = await openRecord(folder, { ...resourceKnowledge, ...place, indexVersion, onlyReading: !isAnew })
if (!opened.ok) tell({ problem: opened.problem })
else {
  const record = opened.value
  try {
    if (isAnew) tell({ resources: await record.reindex() })
    else {
      const found = await record.verifySearch((done, total) => tell({ share: total === 0 ? 1 : done / total }))
      tell(found.ok ? found.value : { problem: found.problem })
    }
  } finally {
    await record.close()
  }
}

function tell(line: object): void {
  process.stdout.write(`${JSON.stringify(line)}\n`)
}
