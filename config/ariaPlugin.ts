import path from 'node:path';
import type { IPluginContext } from '@tarojs/service';
import ariaAttributes from './ariaAttributes.js';

/** As much of Taro's platform as adds attributes to the templates that it writes and to the runtime that fills them. */
interface MiniPlatform {
  template: {
    mergeComponents(ctx: IPluginContext, patch: Record<string, Record<string, string>>): void;
  };
  runtimePath: string | string[];
}

/** Taro's templates leave out the aria attributes that WeChat's components have; this puts in those that we use. */
export default function ariaPlugin(ctx: IPluginContext): void {
  ctx.registerMethod({
    name: 'onSetupClose',
    fn(platform: MiniPlatform) {
      platform.template.mergeComponents(ctx, ariaAttributes);
      platform.runtimePath = [platform.runtimePath, path.join(__dirname, 'ariaRuntime.js')].flat();
    },
  });
}
