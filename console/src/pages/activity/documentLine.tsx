import type { DocumentRow } from '@common/contract/documents';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { client } from '../../api/session';
import { Icon } from '../../components/icon';
import { formatBytes, showDateTime } from '../../format';
import { useAction } from '../../hooks/useAction';
import './documentLine.css';

interface Props {
  activityId: string;
  document: DocumentRow;
  /** What else can be done with it. */
  children?: ReactNode;
}

/** One document: its name, size and day, and the way to download it. */
export function DocumentLine({ activityId, document, children }: Props) {
  const download = useAction(async () => {
    const file = await client.documents.getDocument({ activityId, documentId: document.id });
    await file.save();
  });
  return (
    <div className="document-line">
      <Icon name="log" size={18} />
      <b className="clip" title={document.name}>
        {document.name}
      </b>
      <span className="faint mono nowrap">
        {formatBytes(document.bytes)}，{showDateTime(document.uploadedAt)}上传
      </span>
      <span className="document-line__actions">
        <Button type="link" className="inline-link" loading={download.busy} onClick={() => download.run()}>
          下载
        </Button>
        {children}
      </span>
    </div>
  );
}
