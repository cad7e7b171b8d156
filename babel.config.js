// CommonJS on purpose: babel-loader, babel-jest and the Taro CLI all read this file.
const isTest = process.env.NODE_ENV === 'test';

module.exports = {
  presets: [
    [
      'taro',
      {
        framework: 'react',
        ts: true,
        compiler: 'webpack5',
        ...(isTest && { targets: { node: 'current' }, hot: false }),
      },
    ],
  ],
  // preset-taro leaves import/export alone; jest runs CommonJS.
  plugins: isTest ? ['@babel/plugin-transform-modules-commonjs'] : [],
};
