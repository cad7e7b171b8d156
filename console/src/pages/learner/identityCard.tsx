import { APPROVAL_STATES, PERSONNEL_STATUSES, TITLES } from '@common/terms';
import { Image } from 'antd';
import { StatusTag } from '../../components/statusTag';
import { showDateTime } from '../../format';
import { STATE_TONES } from '../learners/learnerColumns';
import { DepartmentLine } from './departmentLine';
import type { LearnerDetail } from './learnerDetail';
import { Numbers } from './numbers';

/** Who it is: the photo large, the state, what identifies him. */
export function IdentityCard({ person, onChange }: { person: LearnerDetail; onChange: () => void }) {
  const { approval } = person;
  return (
    <section className="card identity">
      {person.photoUrl ? (
        <Image
          className="identity__photo"
          src={person.photoUrl}
          alt={`${person.name}的照片`}
          preview={{ mask: { blur: false } }}
        />
      ) : (
        <div className="identity__photo identity__photo--none">未上传照片</div>
      )}
      <div className="identity__name">
        <h2>{person.name}</h2>
        {person.status !== 'active' && <span className="pill">{PERSONNEL_STATUSES[person.status]}</span>}
      </div>
      <StatusTag tone={STATE_TONES[approval.state]}>{APPROVAL_STATES[approval.state]}</StatusTag>
      {approval.reason && <p className="identity__reason">{approval.reason}</p>}
      <Numbers learnerId={person.id} idNoMasked={person.idNoMasked} phoneMasked={person.phoneMasked} />
      <dl className="identity__facts">
        <div className="identity__line">
          <dt>职称</dt>
          <dd>{TITLES[person.title]}</dd>
        </div>
        <DepartmentLine person={person} onChange={onChange} />
        <div className="identity__line">
          <dt>医通卡号</dt>
          <dd className="mono">{person.personnelNo ?? <span className="faint">审核通过后生成</span>}</dd>
        </div>
        <div className="identity__line">
          <dt>提交时间</dt>
          <dd>{showDateTime(approval.submittedAt)}</dd>
        </div>
        {approval.decidedAt && (
          <div className="identity__line">
            <dt>审核时间</dt>
            <dd>{showDateTime(approval.decidedAt)}</dd>
          </div>
        )}
      </dl>
    </section>
  );
}
