"use strict";
// What makes the pages pleasanter; each of them works without it.
