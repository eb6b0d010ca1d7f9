import { professions, type StaffAccount } from '@facialis/wire'
import { Button, Checkbox, Group, NativeSelect, PasswordInput, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { notifications } from '@mantine/notifications'
import { useQueryClient } from '@tanstack/react-query'
import { keys, useMe } from '../../api/queries.ts'
import { useSend } from '../../api/use-send.ts'
import { Dialog } from '../../frame/dialog.tsx'
import { ErrorPanel } from '../../frame/error-panel.tsx'
import { roleWords } from '../../words/clinical.ts'
import { accountsKey, bodyOf, formOf, newBodyOf, problemsIn, type StaffForm, staffRoles } from './staff.ts'
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
  const otherWay = useMe().data?.signIn.openId ?? null
  const isNew = account === null
  const making = useSend('POST', '/api/accounts')
  const changing = useSend('PUT', '/api/accounts/:id', { params: { id: account?.id ?? '' } })
  const saving = isNew ? making : changing
  const form = useForm<StaffForm>({
    initialValues: formOf(account),
    validate: (values) => problemsIn(values, isNew, otherWay !== null),
  })
  // The dialog is longer than a small screen: whoever is refused is taken to the field that has to change.
  const goTo = (where: string | undefined) => {
    if (where !== undefined) form.getInputNode(where)?.focus()
  }
  const submit = async (values: StaffForm) => {
    const outcome = await (isNew ? making.send(newBodyOf(values)) : changing.send(bodyOf(values)))
    if (!outcome.ok) {
      goTo(outcome.problem.where)
      return
    }
    // One's own name or roles may have changed.
    void queries.invalidateQueries({ queryKey: keys.me })
    await queries.invalidateQueries({ queryKey: accountsKey })
    notifications.show({ message: (isNew ? words.added : words.changed)(values.name.trim()) })
    onClose()
  }
  const field = (name: (typeof fields)[number]) => ({
    ...form.getInputProps(name),
    error: form.errors[name] ?? saving.problemAt(name),
  })
  const newHint = otherWay === null ? words.passwordHint : words.passwordOr(otherWay)
  const passwordHint = isNew ? newHint : words.newPasswordHint
  // A role that is not offered any more stays with whoever has it, until it is taken away here.
  const offered = [...staffRoles, ...(account?.roles.filter((role) => !staffRoles.some((one) => one === role)) ?? [])]
  return (
    <Dialog onClose={onClose} size="lg" title={isNew ? words.addTitle : words.changeTitle}>
      <form
        onSubmit={form.onSubmit(
          (values) => void submit(values),
          (errors) => goTo(fields.find((name) => name in errors)),
        )}
        noValidate
      >
        <Stack>
          <TextInput
            data-autofocus
            label={words.name}
            description={words.nameHint}
            autoComplete="off"
            {...field('name')}
          />
          <TextInput
            label={words.login}
            description={isNew ? words.loginHint : undefined}
            autoComplete="off"
            autoCapitalize="none"
            readOnly={!isNew}
            disabled={!isNew}
            {...field('login')}
          />
          <Checkbox.Group label={words.roles} {...field('roles')}>
            <Stack gap="xs" mt="xs">
              {offered.map((role) => (
                <Checkbox key={role} value={role} label={roleWords[role]} description={words.roleTexts[role]} />
              ))}
            </Stack>
          </Checkbox.Group>
          <NativeSelect
            label={words.profession}
            description={words.professionHint}
            data={[
              { value: '', label: words.noProfession },
              ...professions.map((value) => ({ value, label: words.professions[value] })),
            ]}
            {...form.getInputProps('profession')}
          />
          <Checkbox
            label={words.isSenior}
            description={words.seniorHint}
            {...form.getInputProps('senior', { type: 'checkbox' })}
          />
          <PasswordInput
            label={isNew ? words.password : words.newPassword}
            description={passwordHint}
            autoComplete="new-password"
            {...field('password')}
          />
          {!isNew && (
            <Checkbox
              label={words.forgetSignIns}
              description={words.forgetHint}
              {...form.getInputProps('forgetSignIns', { type: 'checkbox' })}
            />
          )}
          {saving.problem !== null && !fields.some((name) => name === saving.problem?.where) && (
            <ErrorPanel problem={saving.problem} />
          )}
          <Group>
            <Button type="submit" loading={saving.sending}>
              {isNew ? words.add : words.save}
            </Button>
            <Button variant="default" onClick={onClose}>
              {words.cancel}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  )
}
