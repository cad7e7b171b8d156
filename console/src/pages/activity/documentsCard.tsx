import type { ActivityView } from '@common/contract/activities';
import { DOCUMENT_KINDS } from '@common/terms';
import { DocumentLine } from './documentLine';

/** 会议通知, 会议日程 and other documents, each with its download. */
export function DocumentsCard({ activity }: { activity: ActivityView }) {
  return (
    <section className="card">
      <div className="card__head">
        <h2>资料</h2>
      </div>
      {activity.documents.length === 0 ? (
        <p className="card__empty">还没有上传会议通知和会议日程</p>
      ) : (
        <ul className="activity-documents">
          {activity.documents.map((document) => (
            <li key={document.id}>
              <span className="faint">{DOCUMENT_KINDS[document.kind]}</span>
              <DocumentLine activityId={activity.id} document={document} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
