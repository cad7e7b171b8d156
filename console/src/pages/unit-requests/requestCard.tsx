import type { UnitRequestRow } from '@common/contract/regionsUnits';
import { REQUEST_STATES, type RequestState } from '@common/terms';
import { Button } from 'antd';
import { Link } from 'react-router';
import { Guarded } from '../../components/guarded';
import { StatusTag, type Tone } from '../../components/statusTag';
import { showDateTime } from '../../format';

const TONES: Record<RequestState, Tone> = { waiting: 'act', accepted: 'done', refused: 'quiet' };

/** One request: what is asked for, by whom, and which existing units come near. */
export function RequestCard({ request, onDecide }: { request: UnitRequestRow; onDecide: () => void }) {
  const { name, regionName, note, learnerName, phoneMasked, state, reason, similar, isMine } = request;
  const isWaiting = state === 'waiting';
  return (
    <li className="request">
      <div className="request__main">
        <div className="request__name">
          <b>{name}</b>
          <span className="soft">{regionName}</span>
        </div>
        {note && <p className="request__note">学员说明：{note}</p>}
        <p className="request__facts">
          <span>
            学员 {learnerName} <span className="mono">{phoneMasked}</span>
          </span>
          <span>{showDateTime(request.submittedAt)} 提交</span>
        </p>
        {isWaiting && similar.length > 0 && (
          <p className="request__similar">
            <span className="pill pill--waiting">可能已有</span>
            {similar.map((unit) => (
              <span key={unit.id}>
                {unit.name}
                {unit.matchedName && <span className="faint">（{unit.matchedName}）</span>}
              </span>
            ))}
          </p>
        )}
        {reason && <p className="request__note">不予新增的原因：{reason}</p>}
      </div>
      <div className="request__state">
        {isWaiting && !isMine ? (
          <StatusTag tone="waiting">等待 {request.authorityName} 处理</StatusTag>
        ) : (
          <StatusTag tone={TONES[state]}>{REQUEST_STATES[state]}</StatusTag>
        )}
        {isWaiting && (
          <Guarded permission="manageAccount">
            <Button type={isMine ? 'primary' : 'default'} onClick={onDecide}>
              处理
            </Button>
          </Guarded>
        )}
        {state === 'accepted' && <Link to={`/units?q=${encodeURIComponent(name)}`}>查看单位</Link>}
      </div>
    </li>
  );
}
