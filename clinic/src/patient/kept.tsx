import type { PatientView } from '@facialis/wire'
import { Button, Group, Text } from '@mantine/core'
import { Link } from 'react-router'
import { Page } from '../frame/page.tsx'
import { Notice } from '../pieces/notice.tsx'
import { words } from './words.ts'

/** Above every screen of somebody whose record is closed, is several, or is not all that there is. */
export function KeptNotices({ kept: { inUse, merged, unread } }: Pick<PatientView, 'kept'>) {
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
          <Text size="sm">{words.kept.mergedText(merged.map((id) => `Patient/${id}`).join(', '))}</Text>
        </Notice>
      )}
    </>
  )
}

/** In place of the screens of a record that is not used any more: where to go instead. */
export function MergedPage({ sentence, instead }: Readonly<{ sentence: string; instead: string }>) {
  return (
    <Page title={words.kept.gone}>
      <Notice tone="notice" title={sentence} role="status">
        <Group mt="sm">
          <Button component={Link} to={`/patients/${encodeURIComponent(instead)}`}>
            {words.kept.open}
          </Button>
        </Group>
      </Notice>
    </Page>
  )
}
