import type { ActivityView } from '@common/contract/activities';
import { DOCUMENT_KINDS, type DocumentKind } from '@common/terms';
import { Upload } from 'antd';
import { Guarded } from '../../components/guarded';
import { Icon } from '../../components/icon';
import { usePermission } from '../../hooks/usePermission';
import { StoredDocument } from './storedDocument';
import { UploadProgress } from './uploadProgress';
import type { Uploads } from './useUploads';

interface Props {
  kind: DocumentKind;
  hint: string;
  isRequired?: boolean;
  view: ActivityView;
  uploads: Uploads;
  refresh: () => Promise<void>;
}

/** One kind of document: what is there, what is on its way, and the place to drop a file. */
export function DocumentSlot({ kind, hint, isRequired, view, uploads, refresh }: Props) {
  const forbidden = usePermission('holdActivities');
  const stored = view.documents.filter((document) => document.kind === kind);
  const upload = uploads.of(kind);
  const isReplacing = kind !== 'other' && stored.length > 0;
  const word = DOCUMENT_KINDS[kind];
  return (
    <section className="document-slot" aria-label={word}>
      <div className="document-slot__head">
        <h3>
          {word}
          {isRequired && <i title="必须上传">*</i>}
        </h3>
        <span className={stored.length > 0 ? 'pill pill--done' : 'pill'}>
          {stored.length > 0 ? '已上传' : '未上传'}
        </span>
        <p>{hint}</p>
      </div>
      {stored.map((document) => (
        <StoredDocument key={document.id} activityId={view.id} document={document} onRemoved={refresh} />
      ))}
      {upload ? (
        <UploadProgress kind={kind} upload={upload} uploads={uploads} />
      ) : (
        <Guarded permission="holdActivities">
          <Upload.Dragger
            className={isReplacing ? 'document-slot__drop document-slot__drop--small' : 'document-slot__drop'}
            accept=".pdf,.jpg,.jpeg,.png"
            aria-label={`上传${word}`}
            showUploadList={false}
            disabled={forbidden !== null}
            beforeUpload={(file) => {
              void uploads.start(kind, file);
              return Upload.LIST_IGNORE;
            }}
          >
            <span className="document-slot__say">
              <Icon name="upload" size={20} />
              <b>{isReplacing ? '换一份' : '把文件拖到这里，或点击选择文件'}</b>
              <span className="faint">PDF、JPEG、PNG，最大50MB</span>
            </span>
          </Upload.Dragger>
        </Guarded>
      )}
    </section>
  );
}
