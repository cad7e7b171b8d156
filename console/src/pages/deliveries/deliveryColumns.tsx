import type { MessageDelivery } from '@common/contract/messages';
import { MESSAGE_CHANNELS, MESSAGE_KINDS, MESSAGE_STATES, type MessageState } from '@common/terms';
import { Button, type TableProps } from 'antd';
import { StatusTag, type Tone } from '../../components/statusTag';
import { TwoLines } from '../../components/twoLines';
import { showDateTime } from '../../format';

const TONES: Record<MessageState, Tone> = {
  waiting: 'waiting',
  sent: 'done',
  delivered: 'done',
  unreachable: 'quiet',
  failed: 'act',
};

interface Options {
  mayRetry: boolean;
  busy: boolean;
  onRetry: (id: string) => void;
}

/** The columns of 消息投递. The texts of the messages stay with their learners; the title says what it was about. */
export function deliveryColumns({
  mayRetry,
  busy,
  onRetry,
}: Options): NonNullable<TableProps<MessageDelivery>['columns']> {
  return [
    {
      title: '时间',
      key: 'at',
      width: 144,
      className: 'nowrap mono',
      render: (_, { at }) => showDateTime(at),
    },
    {
      title: '消息',
      key: 'title',
      render: (_, { title, kind }) => <TwoLines text={title} sub={MESSAGE_KINDS[kind]} />,
    },
    {
      title: '学员',
      key: 'learner',
      width: 200,
      render: (_, { learnerName, unitName }) => <TwoLines text={learnerName} sub={unitName} />,
    },
    { title: '状态', key: 'state', width: 240, render: (_, row) => <State row={row} /> },
    {
      title: '渠道',
      key: 'channel',
      width: 140,
      render: (_, { channel, tries }) => (
        <>
          {channel ? MESSAGE_CHANNELS[channel] : <span className="faint">—</span>}
          {tries > 1 && <div className="cell-sub">试了{tries}次</div>}
        </>
      ),
    },
    {
      title: '操作',
      key: 'actions',
      width: 92,
      render: (_, { id, state }) =>
        state === 'failed' && (
          <Button type="link" disabled={!mayRetry || busy} onClick={() => onRetry(id)}>
            重新发送
          </Button>
        ),
    },
  ];
}

function State({ row: { state, problem, notBefore } }: { row: MessageDelivery }) {
  return (
    <>
      <StatusTag tone={TONES[state]}>{MESSAGE_STATES[state]}</StatusTag>
      {problem && <div className="cell-sub">{problem}</div>}
      {state === 'waiting' && notBefore && <div className="cell-sub">{showDateTime(notBefore)} 以后发送</div>}
    </>
  );
}
