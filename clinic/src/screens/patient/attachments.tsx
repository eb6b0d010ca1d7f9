import type { AttachmentInfo } from '@facialis/wire'
import { Anchor } from '@mantine/core'
import { Panel } from '../../pieces/panel.tsx'
import { dateWords } from '../../words/dates.ts'
import classes from './patient.module.css'
import { words } from './words.ts'

type AttachmentsProps = Readonly<{ patientId: string; files: readonly AttachmentInfo[] }>

/** Files that came with the referral or were added since. */
export function Attachments({ patientId, files }: AttachmentsProps) {
  if (files.length === 0) return null
  const base = `/api/patients/${encodeURIComponent(patientId)}/attachments`
  return (
    <Panel title={words.attachments}>
      <ul className={classes.list}>
        {files.map((file) => (
          <li key={file.id}>
            <Anchor href={`${base}/${encodeURIComponent(file.id)}`} download={file.name}>
              {file.name}
            </Anchor>{' '}
            <span className={classes.soft}>
              {dateWords(file.at)}, {words.size(Math.ceil(file.size / 1024))}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
