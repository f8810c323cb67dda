/// Numbers about operators and networks: receptive fields, costs.
package upsampling.metric;
