import type { OutputOf } from '@common/contract/endpoint';
import type { Contract } from '@common/contract/index';
import { MESSAGE_MODES } from '@common/terms';
import { CopyButton } from '../../components/copyButton';
import { StatusTag } from '../../components/statusTag';
import { showCount } from '../../format';

type Account = OutputOf<Contract['officialAccounts']['listOfficialAccounts']>['items'][number];

/** One official account: whom it is for, how many use it, and the address that WeChat's own console asks for. */
export function AccountCard({ account }: { account: Account }) {
  const isSafe = account.mode === 'safe';
  return (
    <section className="card account" aria-label={account.name}>
      <div className="account__head">
        <h2>{account.name}</h2>
        <span className="pill pill--brand">{account.audienceName}</span>
        <StatusTag tone={isSafe ? 'done' : 'waiting'}>{MESSAGE_MODES[account.mode]}</StatusTag>
      </div>
      {!isSafe && (
        <p className="warning-line">消息没有加密。建议在微信公众平台改为安全模式，并在服务器配置消息密钥。</p>
      )}
      <dl className="account__facts">
        <div>
          <dt>已绑定学员</dt>
          <dd>
            <b>{showCount(account.bound)}</b>人
          </dd>
        </div>
        <div>
          <dt>其中关注着</dt>
          <dd>
            <b>{showCount(account.following)}</b>人
          </dd>
        </div>
        <div>
          <dt>开发者ID</dt>
          <dd className="mono">{account.appIdMasked}</dd>
        </div>
      </dl>
      <div className="account__address">
        <span className="faint">服务器地址（填在微信公众平台“基本配置”中）</span>
        <span className="account__url">
          <code>{account.serverUrl}</code>
          <CopyButton text={account.serverUrl} label="复制" />
        </span>
      </div>
    </section>
  );
}
