import type { useAct } from '../../patient/use-act.ts'
import type { useDraft } from '../../patient/use-draft.ts'
import { TextBox } from '../../pieces/text-box.tsx'
import { EntryFields } from './entry-fields.tsx'
import { SaveLine } from './save-line.tsx'
import { answersIn, noteField, noteIn, type Typed, withTyped } from './typed.ts'

type NotedFieldsProps = Readonly<{
  ids: readonly string[]
  draft: ReturnType<typeof useDraft<Typed>>
  acting: ReturnType<typeof useAct>
  problemAt: (id: string) => string | undefined
  today: string
  words: Readonly<{ note: string; save: string }>
  ready: boolean
  onSave: () => void
}>

/** A few questions that all want an answer, a line beside them, and the foot of the form. */
export function NotedFields({ ids, draft, acting, problemAt, today, words, ready, onSave }: NotedFieldsProps) {
  const set = (id: string, value: Parameters<typeof withTyped>[2]) => draft.change((now) => withTyped(now, id, value))
  return (
    <>
      <EntryFields
        ids={ids}
        typed={answersIn(draft.content)}
        onChange={set}
        problemAt={problemAt}
        today={today}
        canBeUnknown={false}
      />
      <TextBox
        label={words.note}
        mt="sm"
        value={noteIn(draft.content)}
        error={acting.problemAt('note')}
        onChange={(text) => set(noteField, text === '' ? undefined : text)}
      />
      <SaveLine
        label={words.save}
        ready={ready}
        saving={acting.saving}
        problem={acting.problem}
        draft={draft.state}
        onSave={onSave}
        onDiscard={() => void draft.discard()}
      />
    </>
  )
}
