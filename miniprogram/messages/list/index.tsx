import { MESSAGE_KINDS, type MessageKind } from '@common/terms';
import { useState } from 'react';
import { Chips } from '@/components/chips/chips';
import { ListRow } from '@/components/list-row/listRow';
import { Page } from '@/components/page/page';
import { LearnerGate } from '@/components/session-gate/sessionGate';
import { open } from '@/services/navigate';
import { MessageList } from './messageList';
import './index.scss';

const KINDS = [
  { value: 'all' as const, label: '全部' },
  ...Object.entries(MESSAGE_KINDS).map(([value, label]) => ({ value: value as MessageKind, label })),
];

/** 消息: all that the learner was told, whatever became of its sending. */
export default function MessagesPage() {
  return (
    <Page className="messages">
      <LearnerGate>{() => <Messages />}</LearnerGate>
    </Page>
  );
}

function Messages() {
  const [kind, setKind] = useState<MessageKind | 'all'>('all');
  return (
    <>
      <ListRow
        id="go-settings"
        icon="bell"
        title="消息设置"
        detail="选择接收方式、免打扰时间"
        onPress={() => open('messageSettings')}
      />
      <Chips isLine options={KINDS} value={kind} onChange={setKind} />
      <MessageList kind={kind} onAll={() => setKind('all')} />
    </>
  );
}
