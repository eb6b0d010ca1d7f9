import type { PatientIdentity } from '@facialis/wire'
import { Stack, TextInput } from '@mantine/core'
import { useSend } from '../../api/use-send.ts'
import { ErrorPanel } from '../../frame/error-panel.tsx'
import { Form } from '../../frame/form.tsx'
import { readLike } from '../../frame/read-like.ts'
import { DraftDialog, useDialogDraft } from '../../patient/draft-dialog.tsx'
import { changedContact, reaching, type TypedContact } from './changed-contact.ts'
import { meanwhile } from './meanwhile.ts'
import { SaveOrKeep } from './save-or-keep.tsx'
import { usePersonForm } from './use-person-form.ts'
import { words } from './words.ts'

type ChangeContactProps = Readonly<{
  /** As they are on record now. */
  now: PatientIdentity
  version: number
  onClose: () => void
}>

/** What is typed, and what stood there when it was begun: what is told meanwhile by somebody else was not taken away here. */
type Changing = Readonly<{ was: TypedContact; typed: TypedContact }>

const kinds = { phone: 'tel', email: 'email', interpreter: 'text' } as const
const shown: readonly string[] = reaching

/** A number or an address that somebody told since, or one that is right no more. */
export function ChangeContact({ now, version, onClose }: ChangeContactProps) {
  const known: TypedContact = { phone: now.phone ?? '', email: now.email ?? '', interpreter: now.interpreter ?? '' }
  const empty: Changing = { was: known, typed: known }
  const draft = useDialogDraft({ key: `patient.${now.id}.contact`, empty, read: readLike(empty), onClose })
  const { was, typed } = draft.content
  const changing = useSend('PUT', '/api/patients/:id/contact', { params: { id: now.id }, ifMatch: version })
  const sent = usePersonForm(now.id, draft.done)
  const contact = changedContact(was, typed)
  const isReady = Object.keys(contact).length > 0
  const { problem } = changing
  return (
    <DraftDialog draft={draft} onClose={onClose} title={words.reach.changeOf(now.name)}>
      <Form onSend={() => isReady && void changing.send(contact).then(sent)} problem={problem}>
        <Stack>
          {reaching.map((field, at) => (
            <TextInput
              key={field}
              data-autofocus={at === 0 || undefined}
              type={kinds[field]}
              label={words.reach.fields[field]}
              description={meanwhile({ was: was[field], now: now[field] })}
              autoComplete="off"
              value={typed[field]}
              error={changing.problemAt(field)}
              onChange={(event) => {
                const { value } = event.currentTarget
                draft.change((before) => ({ ...before, typed: { ...before.typed, [field]: value } }))
              }}
            />
          ))}
          {problem !== null && !shown.includes(problem.where ?? '') && <ErrorPanel problem={problem} />}
          <SaveOrKeep ready={isReady} saving={changing.sending} onKeep={draft.done} />
        </Stack>
      </Form>
    </DraftDialog>
  )
}
