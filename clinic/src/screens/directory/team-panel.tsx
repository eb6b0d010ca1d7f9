import type { TeamMember } from '@facialis/wire'
import { Button, Group, Text } from '@mantine/core'
import { useState } from 'react'
import { problemOf } from '../../api/problem-error.ts'
import { useTeam } from '../../api/queries.ts'
import { ErrorPanel } from '../../frame/error-panel.tsx'
import { Opening } from '../../frame/opening.tsx'
import { Panel } from '../../pieces/panel.tsx'
import { PhoneLink } from '../../pieces/phone-link.tsx'
import classes from '../accounts/accounts.module.css'
import { MemberDialog } from './member-dialog.tsx'
import { RemoveMember } from './remove-member.tsx'
import { words } from './words.ts'

type Doing = Readonly<{ what: 'add' }> | Readonly<{ what: 'change' | 'remove'; member: TeamMember }>

/** The public directory, one entry after the other. */
export function TeamPanel() {
  const team = useTeam()
  const [doing, setDoing] = useState<Doing | null>(null)
  const done = () => setDoing(null)
  return (
    <Panel
      title={words.team}
      actions={
        <Button variant="default" onClick={() => setDoing({ what: 'add' })}>
          {words.addMember}
        </Button>
      }
    >
      <Text c="dimmed">{words.teamText}</Text>
      {team.isPending && <Opening />}
      {team.isError && <ErrorPanel problem={problemOf(team.error)} onRetry={() => void team.refetch()} />}
      {team.data?.length === 0 && <Text>{words.noTeam}</Text>}
      <ul className={classes.list}>
        {team.data?.map((member) => (
          <li key={`${member.name} ${member.role} ${member.phone}`}>
            <div className={classes.who}>
              <span className={classes.name}>{member.name}</span>
              <div className={classes.soft}>
                {member.role} · <PhoneLink phone={member.phone} />
              </div>
              <div className={classes.soft}>
                {[member.location, member.languages.join(', ')].filter((part) => part !== '').join(' · ')}
              </div>
            </div>
            <Group gap="xs">
              <Button
                size="xs"
                variant="default"
                aria-label={words.changeMemberOf(member.name)}
                onClick={() => setDoing({ what: 'change', member })}
              >
                {words.change}
              </Button>
              <Button
                size="xs"
                variant="default"
                aria-label={words.removeOf(member.name)}
                onClick={() => setDoing({ what: 'remove', member })}
              >
                {words.remove}
              </Button>
            </Group>
          </li>
        ))}
      </ul>
      {doing?.what === 'add' && <MemberDialog member={null} onClose={done} />}
      {doing?.what === 'change' && <MemberDialog member={doing.member} onClose={done} />}
      {doing?.what === 'remove' && <RemoveMember member={doing.member} onClose={done} />}
    </Panel>
  )
}
