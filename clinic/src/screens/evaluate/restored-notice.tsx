import { Button } from '@mantine/core'
import { useZone } from '../../api/queries.ts'
import { Notice } from '../../pieces/notice.tsx'
import { timeWords } from '../../words/dates.ts'
import type { Evaluation } from './evaluation.ts'
import { words } from './words.ts'

type RestoredNoticeProps = Readonly<{ evaluation: Evaluation; from: string; today: string; onDiscard: () => void }>

/** Says at once, under the name, that this page does not begin empty. */
export function RestoredNotice({ evaluation, from, today, onDiscard }: RestoredNoticeProps) {
  const zone = useZone()
  const answers = Object.keys(evaluation.facts).length + evaluation.screens.length
  return (
    <Notice
      tone="notice"
      role="status"
      title={words.restored(timeWords(from, { today, zone }), answers, evaluation.note.trim() !== '')}
      beside={
        <Button size="compact-sm" variant="default" onClick={onDiscard}>
          {words.discard}
        </Button>
      }
    />
  )
}
