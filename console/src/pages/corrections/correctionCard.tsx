import { CORRECTION_KINDS, REQUEST_STATES } from '@common/terms';
import { Button, Image } from 'antd';
import { Link } from 'react-router';
import { Guarded } from '../../components/guarded';
import { Icon } from '../../components/icon';
import { StatusTag } from '../../components/statusTag';
import { showDateTime } from '../../format';
import { type CorrectionRow, correctionText } from './correctionText';

interface Props {
  row: CorrectionRow;
  busy: boolean;
  onAccept: (row: CorrectionRow) => void;
  onRefuse: (row: CorrectionRow) => void;
}

/** One request: the proof large, before and after side by side, and the decision. */
export function CorrectionCard({ row, busy, onAccept, onRefuse }: Props) {
  const isWaiting = row.state === 'waiting';
  return (
    <article className="card correction" aria-label={`${row.name}的${CORRECTION_KINDS[row.kind]}`}>
      {row.proofUrl ? (
        <Image className="correction__proof" src={row.proofUrl} alt="证明材料，点击放大" />
      ) : (
        <div className="correction__proof correction__proof--none">没有附证明材料</div>
      )}
      <div className="correction__main">
        <p className="correction__who">
          <Link className="cell-main" to={`/learners/${row.learnerId}`}>
            {row.name}
          </Link>
          <span className="mono soft">{row.idNoMasked}</span>
          <span className="soft">{row.department || '未填写科室'}</span>
          <span className="pill pill--brand">{CORRECTION_KINDS[row.kind]}</span>
        </p>
        <p className="correction__change">
          <span>
            <small>现在</small>
            {correctionText(row.kind, row.before)}
          </span>
          <Icon name="forward" size={20} />
          <span className="correction__after">
            <small>更正为</small>
            {correctionText(row.kind, row.after)}
          </span>
          {row.since && (
            <span>
              <small>取得时间</small>
              {row.since}
            </span>
          )}
        </p>
        {row.note && <p className="soft">说明：{row.note}</p>}
        <p className="faint">{showDateTime(row.submittedAt)} 提交</p>
      </div>
      <div className="correction__end">
        {isWaiting ? (
          <>
            <Guarded permission="approveLearners">
              <Button type="primary" disabled={busy} onClick={() => onAccept(row)}>
                通过
              </Button>
            </Guarded>
            <Guarded permission="approveLearners">
              <Button danger disabled={busy} onClick={() => onRefuse(row)}>
                不通过
              </Button>
            </Guarded>
          </>
        ) : (
          <>
            <StatusTag tone={row.state === 'accepted' ? 'done' : 'quiet'}>
              {REQUEST_STATES[row.state]}
            </StatusTag>
            {row.reason && <p className="soft">{row.reason}</p>}
            {row.decidedAt && <p className="faint">{showDateTime(row.decidedAt)}</p>}
          </>
        )}
      </div>
    </article>
  );
}
