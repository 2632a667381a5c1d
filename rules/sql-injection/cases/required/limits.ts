export const limitOf = () => 20
