/** The allocator and the address space. */
package dev.glassheap.runtime.heap;
