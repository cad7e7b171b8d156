import { Modal } from 'antd';
import { Loaded } from '../../components/loaded';
import { type BeginProps, useBegin } from './useBegin';
import { WindowChoice } from './windowChoice';

/** 申报新项目: only what is open now can be chosen. */
export function NewApplicationModal(props: BeginProps) {
  const begin = useBegin('application', props);
  const { open, onClose } = props;
  return (
    <Modal
      open={open}
      title="申报新项目"
      width={560}
      okText="开始填写"
      okButtonProps={{ loading: begin.busy, disabled: begin.chosen === null }}
      cancelText="取消"
      mask={{ closable: !begin.busy }}
      onCancel={onClose}
      onOk={() => begin.begin()}
    >
      <p className="soft begin__hint">申报表共五页，边填边自动保存，可以随时离开，填好后再提交上报。</p>
      <Loaded load={begin.windows}>
        {(windows) => (
          <WindowChoice
            kind="application"
            windows={windows}
            value={begin.chosen?.id ?? null}
            onChange={begin.choose}
          />
        )}
      </Loaded>
    </Modal>
  );
}
