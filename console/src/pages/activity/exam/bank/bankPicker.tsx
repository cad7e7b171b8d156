import { Modal, Segmented } from 'antd';
import { useState } from 'react';
import type { Paper } from '../usePaper';
import { ChooseTab } from './chooseTab';
import { DrawTab } from './drawTab';

interface Props {
  open: boolean;
  paper: Paper;
  onClose: () => void;
}

/** 从题库选题: chosen one by one, or so many at random. */
export function BankPicker({ open, paper, onClose }: Props) {
  return (
    <Modal open={open} title="从题库选题" width={1000} footer={null} destroyOnHidden onCancel={onClose}>
      <Tabs paper={paper} onClose={onClose} />
    </Modal>
  );
}

function Tabs({ paper, onClose }: Omit<Props, 'open'>) {
  const [tab, setTab] = useState<'choose' | 'draw'>('choose');
  const Content = tab === 'choose' ? ChooseTab : DrawTab;
  return (
    <>
      <Segmented
        value={tab}
        options={[
          { value: 'choose', label: '逐题选择' },
          { value: 'draw', label: '随机抽取' },
        ]}
        onChange={setTab}
      />
      <Content paper={paper} onClose={onClose} />
    </>
  );
}
