import type { PatientView } from '@facialis/wire'
import { Button, Group, List, Text } from '@mantine/core'
import { Link } from 'react-router'
import { Page } from '../frame/page.tsx'
import { Notice } from '../pieces/notice.tsx'
import { dateWords } from '../words/dates.ts'
import { words } from './words.ts'

/** Above every screen of somebody whose record is closed, is several, or is not all that there is. */
export function RecordNotices({ kept: { inUse, merged, unread } }: Pick<PatientView, 'kept'>) {
  return (
    <>
      {!inUse && (
        <Notice tone="caution" title={words.kept.notInUse} role="note">
          <Text size="sm">{words.kept.notInUseText}</Text>
        </Notice>
      )}
      {unread.length > 0 && (
        <Notice tone="caution" title={words.kept.unread} role="note">
          <Text size="sm">{words.kept.unreadText(unread.join(', '))}</Text>
        </Notice>
      )}
      {merged.length > 0 && (
        <Notice tone="notice" title={words.kept.merged} role="note">
          <Text size="sm">{words.kept.mergedText}</Text>
          <List size="sm">
            {merged.map(({ id, name, birthDate }) => (
              <List.Item key={id}>
                {name} · {birthDate === null ? words.bornUnknown : `${words.born} ${dateWords(birthDate)}`}
              </List.Item>
            ))}
          </List>
        </Notice>
      )}
    </>
  )
}

/** In place of the screens of a record that is not used any more: where to go instead. */
export function MergedPage({ instead }: Readonly<{ instead: string }>) {
  return (
    <Page title={words.kept.gone}>
      <Notice tone="notice" title={words.kept.goneTitle} role="status">
        <Text size="sm">{words.kept.goneText}</Text>
        <Group mt="sm">
          <Button component={Link} to={`/patients/${encodeURIComponent(instead)}`}>
            {words.kept.open}
          </Button>
        </Group>
      </Notice>
    </Page>
  )
}
