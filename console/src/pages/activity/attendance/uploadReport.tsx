import type { SwipeUpload } from '@common/contract/terminals';
import { Modal } from 'antd';
import { Link } from 'react-router';
import { showCount, showDateTime } from '../../../format';

interface Props {
  /** Null while closed. */
  upload: SwipeUpload | null;
  onClose: () => void;
}

const OUTCOMES: {
  key: 'taken' | 'repeated' | 'outside' | 'notApproved' | 'unknown' | 'invalid';
  words: string;
  note: string;
}[] = [
  { key: 'taken', words: '新增考勤', note: '已记入考勤明细' },
  { key: 'repeated', words: '已有记录', note: '以前上传过，或与一分钟内的另一次刷卡、扫码相同' },
  {
    key: 'outside',
    words: '不在考勤时间',
    note: '不在举办周期或签到、撤离时间内；考勤机时钟不准的，填写它的时间后再上传一次',
  },
  { key: 'notApproved', words: '人员未审核', note: '单位审核通过后再上传一次即可' },
  { key: 'unknown', words: '未登记的卡', note: '发卡登记后再上传一次即可' },
  { key: 'invalid', words: '内容有误', note: '改正这些行后再上传一次即可' },
];

/** What became of each row of an upload, and what to do about what was left out. */
export function UploadReport({ upload, onClose }: Props) {
  return (
    <Modal
      open={upload !== null}
      title={upload ? `${upload.fileName}，共${showCount(upload.rows)}行` : ''}
      width={640}
      footer={null}
      onCancel={onClose}
    >
      {upload && (
        <>
          <dl className="upload-report">
            {OUTCOMES.filter(({ key }) => key === 'taken' || upload[key] > 0).map(({ key, words, note }) => (
              <div key={key}>
                <dt>{words}</dt>
                <dd>
                  <b>{showCount(upload[key])}</b>
                  <span className="soft">{note}</span>
                </dd>
              </div>
            ))}
          </dl>
          {upload.unknownCards.length > 0 && (
            <>
              <h3 className="upload-report__head">
                未登记的卡
                <Link to="/terminals?tab=cards">去发卡</Link>
              </h3>
              <ul className="upload-report__rows">
                {upload.unknownCards.map(({ cardNo, at, rows }) => (
                  <li key={cardNo}>
                    <b className="mono">{cardNo}</b>
                    <span className="soft">
                      {showDateTime(at)} 起，{rows}次
                    </span>
                  </li>
                ))}
              </ul>
            </>
          )}
          {upload.invalidRows.length > 0 && (
            <>
              <h3 className="upload-report__head">内容有误</h3>
              <ul className="upload-report__rows">
                {upload.invalidRows.map(({ row, message }) => (
                  <li key={row}>
                    <b>第{row}行</b>
                    <span className="soft">{message}</span>
                  </li>
                ))}
              </ul>
            </>
          )}
        </>
      )}
    </Modal>
  );
}
