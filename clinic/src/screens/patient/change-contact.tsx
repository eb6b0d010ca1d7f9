import { Stack, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useSend } from '../../api/use-send.ts'
import { Dialog } from '../../frame/dialog.tsx'
import { ErrorPanel } from '../../frame/error-panel.tsx'
import { changedContact, reaching, type TypedContact } from './changed-contact.ts'
import { meanwhile, type Opened } from './meanwhile.ts'
import { SaveOrKeep } from './save-or-keep.tsx'
import { usePersonForm } from './use-person-form.ts'
import { words } from './words.ts'

type ChangeContactProps = Opened & Readonly<{ version: number; onClose: () => void }>

const kinds = { phone: 'tel', email: 'email', interpreter: 'text' } as const
const shown: readonly string[] = reaching

/** A number or an address that somebody told since, or one that is right no more. */
export function ChangeContact({ was, now, version, onClose }: ChangeContactProps) {
  const [typed, setTyped] = useState<TypedContact>({
    phone: was.phone ?? '',
    email: was.email ?? '',
    interpreter: was.interpreter ?? '',
  })
  const changing = useSend('PUT', '/api/patients/:id/contact', { params: { id: was.id }, ifMatch: version })
  const sent = usePersonForm(was.id, onClose)
  const contact = changedContact(was, typed)
  const isReady = Object.keys(contact).length > 0
  const { problem } = changing
  return (
    <Dialog onClose={onClose} title={words.reach.changeOf(was.name)}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (isReady) void changing.send(contact).then(sent)
        }}
      >
        <Stack>
          {reaching.map((field, at) => (
            <TextInput
              key={field}
              data-autofocus={at === 0 || undefined}
              type={kinds[field]}
              label={words.reach.fields[field]}
              description={meanwhile({ was, now }, field)}
              autoComplete="off"
              value={typed[field]}
              error={changing.problemAt(field)}
              onChange={(event) => {
                const { value } = event.currentTarget
                setTyped((before) => ({ ...before, [field]: value }))
              }}
            />
          ))}
          {problem !== null && !shown.includes(problem.where ?? '') && <ErrorPanel problem={problem} />}
          <SaveOrKeep ready={isReady} saving={changing.sending} onKeep={onClose} />
        </Stack>
      </form>
    </Dialog>
  )
}
