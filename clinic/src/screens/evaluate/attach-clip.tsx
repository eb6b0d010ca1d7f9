import type { Problem } from '@facialis/wire'
import { clipKinds, largestClip } from '@facialis/wire'
import { Button, Checkbox, FileInput, Group, Progress, Text } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { newKey } from '../../api/client.ts'
import { keys } from '../../api/queries.ts'
import { upload } from '../../api/upload.ts'
import { ErrorPanel } from '../../frame/error-panel.tsx'
import { SegmentedRadio } from '../../pieces/segmented-radio.tsx'
import classes from './clips.module.css'
import { words } from './words.ts'

type AttachClipProps = Readonly<{ patientId: string; onEnd: () => void }>

const origins = [
  { value: 'home', label: words.clips.home },
  { value: 'visit', label: words.clips.visit },
]

/** One video or photo: where it comes from, that the person agreed, and how far it has come. */
export function AttachClip({ patientId, onEnd }: AttachClipProps) {
  const queries = useQueryClient()
  const [file, setFile] = useState<File | null>(null)
  const [from, setFrom] = useState<'home' | 'visit'>('home')
  const [agreed, setAgreed] = useState(false)
  const [part, setPart] = useState<number | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const key = useRef<string>(newKey())
  const stop = useRef<AbortController | null>(null)
  const tooLarge = file !== null && file.size > largestClip

  const send = async () => {
    if (file === null) return
    stop.current = new AbortController()
    setProblem(null)
    setPart(0)
    const { signal } = stop.current
    const outcome = await upload({
      patientId,
      file,
      about: { from, agreed: true },
      idempotencyKey: key.current,
      onProgress: setPart,
      signal,
    })
    setPart(null)
    if (outcome.ok) {
      queries.setQueryData(keys.patient(patientId), outcome.value)
      onEnd()
    } else if (!signal.aborted) setProblem(outcome.problem)
  }
  return (
    <section className={classes.form} aria-label={words.clips.attach}>
      <FileInput
        label={words.clips.file}
        description={words.clips.limits(Math.round(largestClip / 1024 / 1024))}
        placeholder={words.clips.choose}
        accept={clipKinds.join(',')}
        value={file}
        onChange={(chosen) => {
          setFile(chosen)
          key.current = newKey()
        }}
        error={tooLarge ? words.clips.tooLarge(Math.ceil((file?.size ?? 0) / 1024 / 1024)) : undefined}
        disabled={part !== null}
      />
      <fieldset className={classes.bare} aria-label={words.clips.from}>
        <SegmentedRadio
          name="clip-from"
          compact
          clearable={false}
          options={origins}
          value={from}
          onChange={(value) => setFrom(value === 'visit' ? 'visit' : 'home')}
        />
      </fieldset>
      <Checkbox
        checked={agreed}
        onChange={(event) => setAgreed(event.currentTarget.checked)}
        label={words.clips.agreed}
        disabled={part !== null}
      />
      <Text size="sm" c="dimmed">
        {words.clips.never}
      </Text>
      {problem !== null && <ErrorPanel problem={problem} />}
      {part !== null && (
        <div>
          <Progress value={part * 100} aria-label={words.clips.progress} />
          <Text size="sm" role="status">
            {words.clips.sent(Math.floor(part * 100))}
          </Text>
        </div>
      )}
      <Group gap="xs">
        <Button
          size="xs"
          onClick={() => void send()}
          disabled={file === null || tooLarge || !agreed}
          loading={part !== null}
        >
          {words.clips.send}
        </Button>
        <Button
          size="xs"
          variant="default"
          onClick={() => {
            if (part === null) onEnd()
            else stop.current?.abort()
          }}
        >
          {words.clips.cancel}
        </Button>
      </Group>
    </section>
  )
}
