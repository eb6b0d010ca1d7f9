import { SimpleGrid, Text, TextInput, Title } from '@mantine/core'
import { SearchIcon } from 'lucide-react'
import { useState } from 'react'
import { problemOf } from '../../api/problem-error.ts'
import { useTeam } from '../../api/queries.ts'
import { EmptyState } from '../../frame/empty-state.tsx'
import { ErrorPanel } from '../../frame/error-panel.tsx'
import { Opening } from '../../frame/opening.tsx'
import { Page } from '../../frame/page.tsx'
import { PhoneLink } from '../../pieces/phone-link.tsx'
import { isFound } from './is-found.ts'
import classes from './team.module.css'
import { words } from './words.ts'

/** The directory: roles, telephones, places, languages. */
export function Screen() {
  const team = useTeam()
  const [search, setSearch] = useState('')
  const members = (team.data ?? []).filter((member) => isFound(member, search))
  return (
    <Page title={words.title} lead={words.lead}>
      {team.isPending && <Opening />}
      {team.isError && <ErrorPanel problem={problemOf(team.error)} onRetry={() => void team.refetch()} />}
      {team.isSuccess && team.data.length === 0 && <EmptyState title={words.none} text={words.noneText} />}
      {team.isSuccess && team.data.length > 0 && (
        <>
          <TextInput
            type="search"
            size="md"
            maw="28rem"
            aria-label={words.search}
            placeholder={words.search}
            leftSection={<SearchIcon size={18} aria-hidden />}
            value={search}
            onChange={(event) => setSearch(event.currentTarget.value)}
          />
          {members.length === 0 && <EmptyState title={words.noMatch} text={words.noMatchText} />}
          <SimpleGrid cols={{ base: 1, xs: 2 }}>
            {members.map((member) => (
              <article key={`${member.name} ${member.phone}`} className={classes.member}>
                <Title order={2}>{member.name}</Title>
                <Text>{member.role}</Text>
                <dl>
                  <dt>{words.phone}</dt>
                  <dd>
                    <PhoneLink phone={member.phone} />
                  </dd>
                  <dt>{words.location}</dt>
                  <dd>{member.location}</dd>
                  {member.languages.length > 0 && (
                    <>
                      <dt>{words.languages}</dt>
                      <dd>{member.languages.join(', ')}</dd>
                    </>
                  )}
                </dl>
              </article>
            ))}
          </SimpleGrid>
        </>
      )}
    </Page>
  )
}
