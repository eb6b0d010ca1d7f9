import { useMe } from '../../api/queries.ts'
import { Opening } from '../../frame/opening.tsx'
import { Bedside } from './bedside.tsx'
import { ReadOnly } from './read-only.tsx'
import { useVisit } from './use-visit.ts'

/** The bedside procedure for those who record it; for everybody else, what is on record. */
export function Screen() {
  const me = useMe().data
  if (me === undefined) return <Opening />
  const may = me.records.visit
  return may === undefined ? (
    <ReadOnly />
  ) : (
    <Visiting
      may={may}
      maySign={me.records['diagnosis-signed'] !== undefined}
      mayAnswerFor={me.records['flag-resolved']?.facts ?? []}
    />
  )
}

/** Waits for the draft: what is complete already decides what is folded on arrival. */
function Visiting(may: Omit<Parameters<typeof Bedside>[0], 'visit'>) {
  const visit = useVisit()
  return visit.draft.state === 'opening' ? <Opening /> : <Bedside visit={visit} {...may} />
}
