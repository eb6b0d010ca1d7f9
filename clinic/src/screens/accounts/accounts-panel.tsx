import type { StaffAccount } from '@facialis/wire'
import { Button, Group } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { UserPlusIcon } from 'lucide-react'
import { useState } from 'react'
import { problemOf } from '../../api/problem-error.ts'
import { read } from '../../api/queries.ts'
import { ErrorPanel } from '../../frame/error-panel.tsx'
import { Opening } from '../../frame/opening.tsx'
import { Panel } from '../../pieces/panel.tsx'
import { roleWords } from '../../words/clinical.ts'
import { AccountDialog } from './account-dialog.tsx'
import classes from './accounts.module.css'
import { DisableDialog } from './disable-dialog.tsx'
import { accountsKey } from './staff.ts'
import { words } from './words.ts'

type Doing = Readonly<{ what: 'add' }> | Readonly<{ what: 'change' | 'disable'; account: StaffAccount }>

/** Everybody who has an account, those who may sign in first. */
export function AccountsPanel({ ownId }: Readonly<{ ownId: string }>) {
  const [doing, setDoing] = useState<Doing | null>(null)
  const accounts = useQuery({
    queryKey: accountsKey,
    queryFn: ({ signal }) => read('/api/accounts', signal),
  })
  const sorted = [...(accounts.data ?? [])].sort(
    (a, b) => Number(a.disabled) - Number(b.disabled) || a.name.localeCompare(b.name),
  )
  const done = () => setDoing(null)
  return (
    <Panel
      title={words.accounts}
      actions={
        <Button leftSection={<UserPlusIcon size={18} aria-hidden />} onClick={() => setDoing({ what: 'add' })}>
          {words.add}
        </Button>
      }
    >
      {accounts.isPending && <Opening />}
      {accounts.isError && <ErrorPanel problem={problemOf(accounts.error)} onRetry={() => void accounts.refetch()} />}
      <ul className={classes.list}>
        {sorted.map((account) => (
          <li key={account.id}>
            <Who account={account} own={account.id === ownId} />
            <Group gap="xs">
              <Button
                size="xs"
                variant="default"
                aria-label={words.changeOf(account.name)}
                onClick={() => setDoing({ what: 'change', account })}
              >
                {words.change}
              </Button>
              {account.id !== ownId && (
                <Button
                  size="xs"
                  variant="default"
                  aria-label={account.disabled ? words.enableOf(account.name) : words.disableOf(account.name)}
                  onClick={() => setDoing({ what: 'disable', account })}
                >
                  {account.disabled ? words.enable : words.disable}
                </Button>
              )}
            </Group>
          </li>
        ))}
      </ul>
      {doing?.what === 'add' && <AccountDialog account={null} onClose={done} />}
      {doing?.what === 'change' && <AccountDialog account={doing.account} onClose={done} />}
      {doing?.what === 'disable' && <DisableDialog account={doing.account} onClose={done} />}
    </Panel>
  )
}

function Who({ account, own }: Readonly<{ account: StaffAccount; own: boolean }>) {
  const { login, name, roles, profession, senior, disabled } = account
  const training = profession === null ? [] : [words.professions[profession]]
  return (
    <div className={classes.who}>
      <span className={classes.name}>{name}</span>
      {own && <span className={classes.mark}>{words.you}</span>}
      {disabled && <span className={classes.mark}>{words.disabled}</span>}
      <div className={classes.soft}>
        {login} · {roles.map((role) => roleWords[role]).join(', ')}
      </div>
      {(training.length > 0 || senior) && (
        <div className={classes.soft}>{[...training, ...(senior ? [words.senior] : [])].join(', ')}</div>
      )}
    </div>
  )
}
