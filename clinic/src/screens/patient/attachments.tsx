import type { AttachmentInfo } from '@facialis/wire'
import { addressOf } from '../../api/client.ts'
import { FileList } from '../../pieces/file-list.tsx'
import { Panel } from '../../pieces/panel.tsx'
import { words } from './words.ts'

type AttachmentsProps = Readonly<{ patientId: string; files: readonly AttachmentInfo[] }>

/** Files that came with the referral or were added since. */
export const Attachments = ({ patientId, files }: AttachmentsProps) =>
  files.length === 0 ? null : (
    <Panel title={words.attachments}>
      <FileList
        files={files}
        addressOf={(file) => addressOf('/api/patients/:id/attachments/:file', { params: { id: patientId, file } })}
      />
    </Panel>
  )
