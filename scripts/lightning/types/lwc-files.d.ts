declare module '*.html' {
  const template: object;
  export default template;
}

declare module '*.css' {
  const stylesheet: object;
  export default stylesheet;
}
