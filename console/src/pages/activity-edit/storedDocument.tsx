import type { DocumentRow } from '@common/contract/documents';
import { App, Button } from 'antd';
import { client } from '../../api/session';
import { Guarded } from '../../components/guarded';
import { useAction } from '../../hooks/useAction';
import { DocumentLine } from '../activity/documentLine';

interface Props {
  activityId: string;
  document: DocumentRow;
  onRemoved: () => Promise<void>;
}

/** A document that is there, with the ways to open and to remove it. */
export function StoredDocument({ activityId, document, onRemoved }: Props) {
  const { modal } = App.useApp();
  const remove = useAction(async () => {
    await client.documents.removeDocument({ activityId, documentId: document.id });
    await onRemoved();
  });
  const ask = () =>
    modal.confirm({
      title: `删除“${document.name}”？`,
      content: '删除后需要重新上传。',
      okText: '删除',
      okButtonProps: { danger: true },
      icon: null,
      onOk: () => remove.run(),
    });
  return (
    <DocumentLine activityId={activityId} document={document}>
      <Guarded permission="holdActivities">
        <Button type="link" danger className="inline-link" disabled={remove.busy} onClick={ask}>
          删除
        </Button>
      </Guarded>
    </DocumentLine>
  );
}
