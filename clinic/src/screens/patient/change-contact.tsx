import type { Contact, PatientIdentity } from '@facialis/wire'
import { Button, Group, Stack, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { keys } from '../../api/queries.ts'
import { useSend } from '../../api/use-send.ts'
import { Dialog } from '../../frame/dialog.tsx'
import { ErrorPanel } from '../../frame/error-panel.tsx'
import { changedContact, type TypedContact } from './changed-contact.ts'
import { words } from './words.ts'

type ChangeContactProps = Readonly<{ patient: PatientIdentity; onClose: () => void }>

const kinds = { phone: 'tel', email: 'email', interpreter: 'text' } as const satisfies Record<keyof Contact, string>

/** A number or an address that somebody told since, or one that is right no more. */
export function ChangeContact({ patient, onClose }: ChangeContactProps) {
  const queries = useQueryClient()
  const [typed, setTyped] = useState<TypedContact>({
    phone: patient.phone ?? '',
    email: patient.email ?? '',
    interpreter: patient.interpreter ?? '',
  })
  const changing = useSend('PUT', '/api/patients/:id/contact', { params: { id: patient.id } })
  const contact = changedContact(patient, typed)
  const save = async () => {
    const outcome = await changing.send(contact)
    if (!outcome.ok) return
    queries.setQueryData(keys.patient(patient.id), outcome.value)
    notifications.show({ message: words.reach.saved })
    onClose()
  }
  const { problem } = changing
  return (
    <Dialog onClose={onClose} title={words.reach.changeOf(patient.name)}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (Object.keys(contact).length > 0) void save()
        }}
      >
        <Stack>
          {(['phone', 'email', 'interpreter'] as const).map((field, at) => (
            <TextInput
              key={field}
              data-autofocus={at === 0 || undefined}
              type={kinds[field]}
              label={words.reach.fields[field]}
              autoComplete="off"
              value={typed[field]}
              error={changing.problemAt(field)}
              onChange={(event) => {
                const { value } = event.currentTarget
                setTyped((now) => ({ ...now, [field]: value }))
              }}
            />
          ))}
          {problem !== null && !(problem.where !== undefined && problem.where in kinds) && (
            <ErrorPanel problem={problem} />
          )}
          <Group>
            <Button type="submit" disabled={Object.keys(contact).length === 0} loading={changing.sending}>
              {words.reach.save}
            </Button>
            <Button variant="default" onClick={onClose}>
              {words.reach.keep}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  )
}
