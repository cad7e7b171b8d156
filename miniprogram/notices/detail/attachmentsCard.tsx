import type { Notice } from '@common/contract/notices';
import { Card } from '@/components/card/card';
import { ListRow } from '@/components/list-row/listRow';
import { api } from '@/services/session';
import { sizeWords } from '../services/fileWords';

/** 附件: a tap opens one, or stores it where that is the browser's way. */
export function AttachmentsCard({ notice: { id, attachments } }: { notice: Notice }) {
  if (attachments.length === 0) {
    return null;
  }
  const openIt = async (attachmentId: string, name: string) => {
    const file = await api.notices.publicAttachment({ noticeId: id, attachmentId });
    await file.save(name);
  };
  return (
    <Card title="附件" id="attachments">
      {attachments.map((attachment) => (
        <ListRow
          key={attachment.id}
          id={`attachment-${attachment.id}`}
          icon="file"
          title={attachment.name}
          detail={sizeWords(attachment.bytes)}
          onPress={() => openIt(attachment.id, attachment.name)}
        />
      ))}
    </Card>
  );
}
