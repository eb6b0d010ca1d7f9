import type { Attachment } from '@facialis/wire'
import { Button, CloseButton, FileButton, Group, Stack, Text } from '@mantine/core'
import { PaperclipIcon } from 'lucide-react'
import { useState } from 'react'
import { accepted, attachmentOf, sortFiles } from './attach.ts'
import { words } from './words.ts'

type AttachmentsProps = Readonly<{ files: readonly Attachment[]; onChange: (files: readonly Attachment[]) => void }>

/** Files to send along; what cannot be sent is said at once. */
export function Attachments({ files, onChange }: AttachmentsProps) {
  const [problems, setProblems] = useState<readonly string[]>([])
  const take = async (chosen: readonly File[]) => {
    const sorted = sortFiles(chosen, files.length)
    const read = await Promise.all(
      sorted.taken.map((file) => attachmentOf(file).catch(() => words.unreadable(file.name))),
    )
    setProblems([...sorted.problems, ...read.filter((one) => typeof one === 'string')])
    onChange([...files, ...read.filter((one) => typeof one !== 'string')])
  }
  return (
    <Stack gap="xs">
      <Text size="sm" c="dimmed">
        {words.attachmentsHint}
      </Text>
      {files.map((file, at) => (
        <Group key={`${file.name} ${file.content.length}`} gap="xs">
          <PaperclipIcon size={18} aria-hidden />
          <Text>{file.name}</Text>
          <CloseButton
            aria-label={words.remove(file.name)}
            onClick={() => onChange(files.filter((_, other) => other !== at))}
          />
        </Group>
      ))}
      <FileButton multiple accept={accepted} onChange={(chosen) => void take(chosen)}>
        {(props) => (
          <Button variant="default" size="md" maw="14rem" {...props}>
            {words.choose}
          </Button>
        )}
      </FileButton>
      <div role="alert">
        {problems.map((problem) => (
          <Text key={problem} c="var(--blocked-ink)" fw={600}>
            {problem}
          </Text>
        ))}
      </div>
    </Stack>
  )
}
