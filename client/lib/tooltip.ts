// A file of its own, so that it can be fetched apart from the rest of the library.
export { Tooltip } from '@mantine/core';
