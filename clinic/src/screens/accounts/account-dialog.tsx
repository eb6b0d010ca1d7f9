import { professions, type StaffAccount } from '@facialis/wire'
import { Button, Checkbox, Group, NativeSelect, Stack, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { type ChangeEvent, useState } from 'react'
import { keys, useMe } from '../../api/queries.ts'
import { useSend } from '../../api/use-send.ts'
import { ErrorPanel } from '../../frame/error-panel.tsx'
import { Form } from '../../frame/form.tsx'
import { useTell } from '../../frame/own-page.ts'
import { PasswordField } from '../../frame/password-field.tsx'
import { DraftDialog, useDialogDraft } from '../../patient/draft-dialog.tsx'
import { readEdit, unedited, withEdit } from '../../patient/form-edit.ts'
import { roleWords } from '../../words/clinical.ts'
import {
  accountsKey,
  bodyOf,
  formOf,
  type KeptStaffForm,
  newBodyOf,
  notKept,
  problemsIn,
  type StaffForm,
  staffRoles,
} from './staff.ts'
import { words } from './words.ts'

type AccountDialogProps = Readonly<{
  /** Null: a new one. */
  account: StaffAccount | null
  onClose: () => void
}>

const fields = ['name', 'login', 'roles', 'password'] as const

/** Everything about one account: name, roles with what each may do, training, password. */
export function AccountDialog({ account, onClose }: AccountDialogProps) {
  const queries = useQueryClient()
  const tell = useTell()
  const otherWay = useMe().data?.signIn.openId ?? null
  const isNew = account === null
  const making = useSend('POST', '/api/accounts')
  const changing = useSend('PUT', '/api/accounts/:id', { params: { id: account?.id ?? '' } })
  const saving = isNew ? making : changing
  const now = formOf(account)
  const draft = useDialogDraft({
    key: `account.${account?.id ?? 'new'}`,
    empty: unedited(now),
    read: readEdit(now),
    onClose,
  })
  const [secret, setSecret] = useState(notKept)
  const values: StaffForm = { ...draft.content.is, ...secret }
  const put = (part: Partial<KeptStaffForm>) => draft.change(withEdit(part))
  const [tried, setTried] = useState(false)
  const problems = tried ? problemsIn(values, isNew, otherWay !== null) : {}
  const submit = async () => {
    setTried(true)
    if (Object.keys(problemsIn(values, isNew, otherWay !== null)).length > 0) return
    const outcome = await (isNew ? making.send(newBodyOf(values)) : changing.send(bodyOf({ ...draft.content, secret })))
    if (!outcome.ok) return
    // One's own name or roles may have changed.
    void queries.invalidateQueries({ queryKey: keys.me })
    await queries.invalidateQueries({ queryKey: accountsKey })
    tell((isNew ? words.added : words.changed)(values.name.trim()))
    draft.done()
  }
  const errorAt = (name: (typeof fields)[number]) => problems[name] ?? saving.problemAt(name)
  const box = (name: 'name' | 'login') => ({
    value: values[name],
    error: errorAt(name),
    onChange: (event: ChangeEvent<HTMLInputElement>) => put({ [name]: event.currentTarget.value }),
  })
  const newHint = otherWay === null ? words.passwordHint : words.passwordOr(otherWay)
  const passwordHint = isNew ? newHint : words.newPasswordHint
  // A role that is not offered any more stays with whoever has it, until it is taken away here.
  const offered = [...staffRoles, ...(account?.roles.filter((role) => !staffRoles.some((one) => one === role)) ?? [])]
  return (
    <DraftDialog draft={draft} onClose={onClose} size="lg" title={isNew ? words.addTitle : words.changeTitle}>
      <Form onSend={() => void submit()} problem={saving.problem}>
        <Stack>
          <TextInput
            data-autofocus
            label={words.name}
            description={words.nameHint}
            autoComplete="off"
            {...box('name')}
          />
          <TextInput
            label={words.login}
            description={isNew ? words.loginHint : undefined}
            autoComplete="off"
            autoCapitalize="none"
            readOnly={!isNew}
            disabled={!isNew}
            {...box('login')}
          />
          <div data-wrong={errorAt('roles') !== undefined}>
            <Checkbox.Group
              label={words.roles}
              error={errorAt('roles')}
              value={[...values.roles]}
              onChange={(roles) => put({ roles: offered.filter((role) => roles.includes(role)) })}
            >
              <Stack gap="xs" mt="xs">
                {offered.map((role) => (
                  <Checkbox key={role} value={role} label={roleWords[role]} description={words.roleTexts[role]} />
                ))}
              </Stack>
            </Checkbox.Group>
          </div>
          <NativeSelect
            label={words.profession}
            description={words.professionHint}
            data={[
              { value: '', label: words.noProfession },
              ...professions.map((value) => ({ value, label: words.professions[value] })),
            ]}
            value={values.profession}
            onChange={(event) => {
              const { value } = event.currentTarget
              put({ profession: professions.find((one) => one === value) ?? '' })
            }}
          />
          <Checkbox
            label={words.isSenior}
            description={words.seniorHint}
            checked={values.senior}
            onChange={(event) => put({ senior: event.currentTarget.checked })}
          />
          <PasswordField
            label={isNew ? words.password : words.newPassword}
            description={passwordHint}
            autoComplete="new-password"
            value={secret.password}
            error={errorAt('password')}
            onChange={(event) => {
              const password = event.currentTarget.value
              setSecret((before) => ({ ...before, password }))
            }}
          />
          {!isNew && (
            <Checkbox
              label={words.forgetSignIns}
              description={words.forgetHint}
              checked={secret.forgetSignIns}
              onChange={(event) => {
                const forgetSignIns = event.currentTarget.checked
                setSecret((before) => ({ ...before, forgetSignIns }))
              }}
            />
          )}
          {saving.problem !== null && !fields.some((name) => name === saving.problem?.where) && (
            <ErrorPanel problem={saving.problem} />
          )}
          <Group>
            <Button type="submit" loading={saving.sending}>
              {isNew ? words.add : words.save}
            </Button>
            <Button variant="default" onClick={draft.done}>
              {words.cancel}
            </Button>
          </Group>
        </Stack>
      </Form>
    </DraftDialog>
  )
}
