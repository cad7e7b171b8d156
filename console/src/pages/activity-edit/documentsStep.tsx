import { DocumentSlot } from './documentSlot';
import type { ActivityDraft } from './useActivityDraft';
import type { Uploads } from './useUploads';
import './documents.css';

interface Props extends Pick<ActivityDraft, 'view' | 'refresh'> {
  uploads: Uploads;
}

/** 4 资料上传: 会议通知 with the red stamp, 会议日程, and whatever else (manual 002 §1.2). */
export function DocumentsStep({ view, refresh, uploads }: Props) {
  const common = { view, refresh, uploads };
  return (
    <div className="document-slots">
      <DocumentSlot {...common} kind="notice" hint="请上传带红章的会议通知扫描（拍照）图片" isRequired />
      <DocumentSlot {...common} kind="schedule" hint="请上传会议日程" isRequired />
      <DocumentSlot {...common} kind="other" hint="批文、讲者资质等，可不上传" />
    </div>
  );
}
