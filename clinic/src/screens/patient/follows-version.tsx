import type { PatientView } from '@facialis/wire'
import { Button, Stack, Text } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { keys, useMe } from '../../api/queries.ts'
import { useSend } from '../../api/use-send.ts'
import { ErrorPanel } from '../../frame/error-panel.tsx'
import { useTell } from '../../frame/own-page.ts'
import { pathway } from '../../pathway.ts'
import { Notice } from '../../pieces/notice.tsx'
import { dateWords } from '../../words/dates.ts'
import { words } from './words.ts'

type FollowsVersionProps = Readonly<{ patientId: string; follows: PatientView['follows'] }>

/**
 * Says when an episode follows an earlier version of the pathway than the newest, and lets a clinician change that; and
 * when the screens show one that does not count yet.
 */
export function FollowsVersion({ patientId, follows: { version, newest, isHere } }: FollowsVersionProps) {
  const queries = useQueryClient()
  const tell = useTell()
  const following = useSend('PUT', '/api/patients/:id/follows', { params: { id: patientId } })
  const waitsUntil = useMe().data?.waitsUntil ?? null
  if (version === newest)
    return waitsUntil === null ? null : (
      <Notice tone="notice" title={words.waits(pathway.version, dateWords(waitsUntil))}>
        <Text size="sm">{words.waitsWhy(pathway.version, newest)}</Text>
      </Notice>
    )
  const follow = async () => {
    const outcome = await following.send({ version: newest })
    if (!outcome.ok) return
    queries.setQueryData(keys.patient(patientId), outcome.value)
    void queries.invalidateQueries({ queryKey: keys.board })
    tell(words.followsNow(newest))
  }
  return (
    <Notice tone="notice" title={words.follows(version)}>
      <Stack gap="xs" align="flex-start">
        <Text size="sm">
          {isHere ? words.followsWhy(newest, pathway.version) : words.followsGone(newest, pathway.version)}
        </Text>
        {following.problem !== null && <ErrorPanel problem={following.problem} />}
        <Button size="xs" variant="default" loading={following.sending} onClick={() => void follow()}>
          {words.follow(newest)}
        </Button>
      </Stack>
    </Notice>
  )
}
