import type { PatientIdentity } from '@facialis/wire'
import { Button, Group, Stack, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useQueryClient } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { keys, useMe } from '../../api/queries.ts'
import { useSend } from '../../api/use-send.ts'
import { Dialog } from '../../frame/dialog.tsx'
import { ErrorPanel } from '../../frame/error-panel.tsx'
import { birthLimit } from '../../pathway.ts'
import { DateField } from '../../pieces/date-field.tsx'
import { readDate } from '../../pieces/fact-value.ts'
import { dateWords } from '../../words/dates.ts'
import { changedContact, isWhole, reaching, type TypedContact } from './changed-contact.ts'
import { words } from './words.ts'

type ChangeContactProps = Readonly<{ patient: PatientIdentity; onClose: () => void }>

const kinds = { phone: 'tel', email: 'email', interpreter: 'text' } as const
const shown: readonly string[] = [...reaching, 'birthDate']

/** A number or an address that somebody told since, or one that is right no more. */
export function ChangeContact({ patient, onClose }: ChangeContactProps) {
  const queries = useQueryClient()
  const [typed, setTyped] = useState<TypedContact>({
    phone: patient.phone ?? '',
    email: patient.email ?? '',
    interpreter: patient.interpreter ?? '',
  })
  const changing = useSend('PUT', '/api/patients/:id/contact', { params: { id: patient.id } })
  const today = useMe().data?.today
  const limit = useMemo(() => birthLimit(today), [today])
  const [born, setBorn] = useState(patient.birthDate === null ? '' : dateWords(patient.birthDate))
  const read = readDate(born, { limit })
  const birthDate = typeof read.value === 'string' && read.value !== patient.birthDate ? read.value : undefined
  const contact = { ...changedContact(patient, typed), ...(birthDate === undefined ? {} : { birthDate }) }
  const isReadable = born.trim() === '' || typeof read.value === 'string'
  const isReady = isReadable && Object.keys(contact).length > 0
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
          if (isReady) void save()
        }}
      >
        <Stack>
          {reaching.map((field, at) => (
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
          {!isWhole(patient.birthDate) && (
            <DateField
              label={words.reach.born}
              description={words.reach.bornHint}
              autoComplete="off"
              limit={limit}
              text={born}
              problem={changing.problemAt('birthDate')}
              onChange={setBorn}
            />
          )}
          {problem !== null && !shown.includes(problem.where ?? '') && <ErrorPanel problem={problem} />}
          <Group>
            <Button type="submit" disabled={!isReady} loading={changing.sending}>
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
